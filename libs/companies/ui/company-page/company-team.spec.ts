import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CompanyDto } from '@lotse/companies/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { CompanyTeam } from './company-team';

const me = { id: 'user-1', name: 'Erika Beispiel' };
const ada = { id: 'user-2', name: 'Ada Amt' };
const karl = { id: 'user-3', name: 'Karl Amt' };
const company = { id: 'c1', confidential: true, mayRelease: true, team: [me, karl], version: 3 } as CompanyDto;
const colleagues = [
  { ...me, roles: ['OFFICER'], active: true },
  { ...ada, roles: ['MANAGER'], active: true },
  { ...karl, roles: ['LIAISON'], active: true },
  { id: 'user-4', name: 'Adam Verwaltung', roles: ['ADMINISTRATOR'], active: true },
  { id: 'user-5', name: 'Fritz Fort', roles: ['OFFICER'], active: false },
];

/** A request under way keeps the program from becoming stable, so specs only let it take one turn. */
async function turn(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

async function open(shown: CompanyDto = company) {
  TestBed.configureTestingModule({
    imports: [texts({ company: { team: { edit: 'Team ändern' } } })],
    providers: [provideHttpClient(), provideHttpClientTesting(), signedInWith('company.write')],
  });
  const fixture = TestBed.createComponent(CompanyTeam);
  fixture.componentRef.setInput('company', shown);
  let saved: { merged: boolean } | undefined;
  fixture.componentInstance.saved.subscribe((how) => (saved = how));
  const element: HTMLElement = fixture.nativeElement;
  const http = TestBed.inject(HttpTestingController);
  await turn();
  const edit = async () => {
    element.querySelector<HTMLButtonElement>('button')!.click();
    await turn();
    http.expectOne('/api/v1/people').flush({ items: colleagues, total: colleagues.length });
    await turn();
  };
  const box = (name: string) =>
    [...element.querySelectorAll('label')].find(({ textContent }) => textContent.includes(name))?.querySelector('input');
  const save = async () => {
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await turn();
    return http.expectOne({ method: 'PUT', url: '/api/v1/companies/c1/team' });
  };
  return { element, http, edit, box, save, saved: () => saved };
}

it('names the team, and offers the change to those who may', async () => {
  const { element } = await open({ ...company, mayRelease: false });
  expect([...element.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(['Erika Beispiel', 'Karl Amt']);
  expect(element.querySelector('button')).toBeNull();
});

it('offers active colleagues who may read companies; whoever chooses stays', async () => {
  const { element, edit, box, save, saved } = await open();
  await edit();
  expect(element.querySelectorAll('input')).toHaveLength(3);
  expect([box('Ada Amt')?.checked, box('Karl Amt')?.checked]).toEqual([false, true]);
  expect(element.querySelector<HTMLInputElement>('input:disabled')?.checked).toBe(true);
  box('Ada Amt')!.click();
  box('Karl Amt')!.click();
  const request = await save();
  expect(request.request.headers.get('If-Match')).toBe('"3"');
  expect(request.request.body).toEqual({ members: ['user-1', 'user-2'] });
  request.flush({ ...company, team: [me, ada], version: 4 });
  await turn();
  expect(saved()).toEqual({ merged: false });
});

it('puts its own change on top of the one that came first', async () => {
  const { edit, box, save, http, saved } = await open();
  await edit();
  box('Ada Amt')!.click();
  const current = { ...company, team: [me], version: 7 };
  (await save()).flush({ code: 'stale', details: { version: 7, current } }, { status: 412, statusText: 'Precondition Failed' });
  await turn();
  const again = http.expectOne({ method: 'PUT' });
  expect(again.request.headers.get('If-Match')).toBe('"7"');
  expect(again.request.body).toEqual({ members: ['user-1', 'user-2'] });
  again.flush({ ...company, team: [me, ada], version: 8 });
  await turn();
  expect(saved()).toEqual({ merged: true });
});

it('says why when it was refused, and keeps the choice', async () => {
  const { element, edit, box, save, saved } = await open();
  await edit();
  box('Ada Amt')!.click();
  (await save()).flush({ code: 'company.notConfidential' }, { status: 409, statusText: 'Conflict' });
  await turn();
  expect(element.querySelector('lotse-problem')?.textContent.trim()).not.toBe('');
  expect(box('Ada Amt')?.checked).toBe(true);
  expect(saved()).toBeUndefined();
});
