import type { DistributionAnswerDto, DistributionDto, NeedProfileDto } from '@lotse/distributions/contract';
import { PdfBuilder, pdfFonts } from '@lotse/shared/api';
import { fileName } from '@lotse/shared/contract';
import { OFFER_WORDS, type PdfLanguage } from './offers-pdf-words';

/**
 * The offers in one document for the company: what was asked for, then every offer in the same layout, in the order of the
 * municipalities' names. What the lead noted for itself, who did not offer and when anybody answered is not in it.
 */
export async function offersPdf(one: DistributionDto, language: PdfLanguage): Promise<Buffer> {
  const words = OFFER_WORDS[language];
  const day = (iso: string) => dayText(iso, language);
  const offers = (one.answers ?? [])
    .filter(({ answer }) => answer === 'OFFER')
    .sort((a, b) => a.organisationName.localeCompare(b.organisationName, 'de'));
  const name = one.publicName ?? words.nameless;
  const pdf = new PdfBuilder(await pdfFonts(), {
    title: `${words.title}: ${name}`,
    language: words.locale,
    author: one.leadOrganisationName,
    footer: (page, pages) => words.footer(one.leadOrganisationName, page, pages),
  });
  pdf.heading(1, words.title).paragraph(name);
  pdf.paragraph(words.intro(one.leadOrganisationName, day(one.sentAt), offers.length), 'quiet');
  if (offers.length > 0) pdf.list(offers.map(({ organisationName, site }) => `${organisationName}: ${site ?? ''}`));
  pdf.heading(2, words.need).facts2(needFacts(one.profile, language));
  for (const offer of offers) pdf.heading(2, offer.organisationName).facts2(offerFacts(offer, language));
  pdf.paragraph(words.closing, 'quiet');
  return pdf.finish();
}

function needFacts(need: NeedProfileDto, language: PdfLanguage): [string, string][] {
  const { fact, choice, atLeast, atMost, none, locale } = OFFER_WORDS[language];
  const number = (value: number) => value.toLocaleString(locale);
  const { areaMin, areaMax } = need;
  const area =
    areaMin && areaMax
      ? `${number(areaMin)}–${number(areaMax)} m²`
      : areaMin
        ? `${atLeast} ${number(areaMin)} m²`
        : areaMax
          ? `${atMost} ${number(areaMax)} m²`
          : '';
  const rows: [string, string][] = [
    [fact.area, area],
    [fact.useClass, need.useClass ?? ''],
    [fact.tenure, need.tenure ? (choice[need.tenure] ?? '') : ''],
    [fact.powerKw, need.powerKw ? `${number(need.powerKw)} kW` : ''],
    [fact.transport, need.transport ? (choice[need.transport] ?? '') : ''],
    [fact.moveInBy, need.moveInBy ? dayText(need.moveInBy, language) : ''],
    [fact.jobs, need.jobs ? number(need.jobs) : ''],
    [fact.words, need.words ?? ''],
  ];
  const said = rows.filter(([, value]) => value !== '');
  return said.length > 0 ? said : [[fact.area, none]];
}

/** The same rows for every offer, also where nothing was said. */
function offerFacts(offer: DistributionAnswerDto, language: PdfLanguage): [string, string][] {
  const { fact, none, locale } = OFFER_WORDS[language];
  const price = [
    offer.pricePerSqm === null ? '' : `${offer.pricePerSqm.toLocaleString(locale, { minimumFractionDigits: 2 })} €/m²`,
    offer.price ?? '',
  ];
  return [
    [fact.site, offer.site ?? none],
    [fact.area, offer.areaSqm === null ? none : `${offer.areaSqm.toLocaleString(locale)} m²`],
    [fact.price, price.filter((part) => part !== '').join(', ') || none],
    [fact.availableFrom, offer.availableFrom ? dayText(offer.availableFrom, language) : none],
    [fact.note, offer.note ?? none],
    [fact.expose, offer.expose ? fileName(offer.expose.name, offer.expose.kind) : none],
  ];
}

const dayText = (iso: string, language: PdfLanguage): string =>
  new Intl.DateTimeFormat(OFFER_WORDS[language].locale, { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(new Date(iso));
