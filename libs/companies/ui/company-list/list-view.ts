import type { CompanyListQueryDto, SizeClass } from '@lotse/companies/contract';

/** The view as it stands in the URL; these values are left out of it. */
export const VIEW = { q: '', ags: '', industry: '', sizeClass: '', kept: '', confidential: '', sort: '', page: '1' };
export type View = typeof VIEW;

/** Divisions of WZ 2025 that business services meet most; a filter by division finds every class below it. */
export const INDUSTRY_DIVISIONS = [
  '10',
  '20',
  '22',
  '25',
  '26',
  '27',
  '28',
  '31',
  '33',
  '41',
  '43',
  '46',
  '47',
  '49',
  '52',
  '55',
  '56',
  '62',
  '68',
  '69',
  '71',
  '86',
];

const flag = (value: string): boolean | undefined => (value === '' ? undefined : value === 'true');

/** What the view asks of the API. What somebody typed into the URL by hand is left to the API to refuse. */
export function listQuery(view: View): Partial<CompanyListQueryDto> {
  return {
    q: view.q || undefined,
    ags: view.ags || undefined,
    industry: view.industry || undefined,
    sizeClass: (view.sizeClass || undefined) as SizeClass | undefined,
    kept: flag(view.kept),
    confidential: flag(view.confidential),
    sort: (view.sort || undefined) as CompanyListQueryDto['sort'],
    page: Number(view.page) || 1,
  };
}
