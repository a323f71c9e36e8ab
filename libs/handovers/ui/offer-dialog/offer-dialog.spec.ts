import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { HandoverPreviewDto } from '@lotse/handovers/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { OfferDialog } from './offer-dialog';

const organisation = (id: string, name: string, regionId: string) => ({
  id,
  name,
  slug: id,
  kind: 'MUNICIPALITY',
  regionId,
  regionName: regionId,
});
const ORGANISATIONS = [
  organisation('far', 'Fernstadt', 'r2'),
  organisation('org-1', 'Stadt Musterstadt', 'r1'),
  organisation('near', 'Nahdorf', 'r1'),
];
const PREVIEW = {
  kind: 'TRANSFER',
  preset: null,
  sections: ['MASTER', 'NOTES'],
  stubOnly: false,
  dueOn: '2026-11-25',
  dueAt: '2026-11-25T23:00:00.000Z',
  items: [
    { part: 'MASTER', seen: 'OFFER', count: null, sample: 'Halle am Bahnhof' },
    { part: 'NOTES', seen: 'OFFER', count: 3, sample: null },
    { part: 'OTHER_CONTACTS', seen: 'NEVER', count: 2, sample: null },
  ],
} as unknown as HandoverPreviewDto;
PREVIEW.content = {
  fileNumber: 'OF-2026-7KD4',
  type: 'EXPANSION',
  status: 'NEW',
  title: 'Halle am Bahnhof',
  companyName: 'Beispiel GmbH',
  municipality: 'Nahdorf',
  contactName: 'Probe Person',
  notes: ['Angerufen', 'Besucht', 'Geschrieben'].map((text) => ({ on: '2026-11-20', text })),
  followUps: [],
  documents: [{ name: 'Lageplan', withAnyPart: true }],
};
const suggestion = (organisationId: string, municipality: string) => ({
  organisationId,
  organisationName: municipality,
  reason: 'PLACE',
  ruleId: 'rule',
  ruleName: 'Ort',
  ruleText: null,
  municipality,
});
const SUGGESTED = { items: [suggestion('near', 'Nahdorf'), suggestion('org-1', 'Musterstadt')], total: 2, ambiguous: false, topics: [] };
const de = {
  case: { routing: { reason: { PLACE: 'Der Standort liegt in {{municipality}}.' } } },
  handover: {
    kindChoice: { TRANSFER: 'Übergeben', CONSULT: 'Um Stellungnahme bitten', CO_WORK: 'Mitwirken lassen' },
    part: { MASTER: 'Eckdaten', NOTES: 'Kontakte', OTHER_CONTACTS: 'Weitere Ansprechpersonen' },
    seen: { OFFER: 'geht mit', NEVER: 'bleibt' },
    offer: {
      view: { seenBy: 'So sieht es {{organisation}}', seenByOther: 'So sieht es die andere Stelle', more: 'Mehr zeigen' },
      due: 'Zu entscheiden bis {{date}}.',
      send: 'Angebot senden',
    },
  },
};

async function open(transferOpen = false) {
  const closed: unknown[] = [];
  TestBed.configureTestingModule({
    imports: [texts(de)],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      signedInWith('handover.offer'),
      { provide: MatDialogRef, useValue: { close: (result: unknown) => closed.push(result) } },
      { provide: MAT_DIALOG_DATA, useValue: { caseId: 'c1', transferOpen } },
    ],
  });
  const fixture = TestBed.createComponent(OfferDialog);
  const http = TestBed.inject(HttpTestingController);
  const element: HTMLElement = fixture.nativeElement;
  const previews: string[] = [];
  /** Answers what the dialog asks by itself. */
  const settle = async () => {
    for (let round = 0; round < 4; round++) {
      TestBed.tick();
      for (const request of http.match(({ url }) => url.endsWith('/handover-preview'))) {
        previews.push(request.request.params.toString());
        if (!request.cancelled) request.flush(PREVIEW);
      }
      for (const request of http.match(({ url }) => url.startsWith('/api/v1/organisations')))
        request.flush({ items: ORGANISATIONS, total: ORGANISATIONS.length });
      for (const request of http.match(({ url }) => url.endsWith('/routing-suggestion'))) request.flush(SUGGESTED);
      await new Promise((done) => setTimeout(done));
    }
    await fixture.whenStable();
  };
  await settle();
  const change = async (selector: string, value: string) => {
    const control = element.querySelector<HTMLInputElement>(selector)!;
    control.value = value;
    control.dispatchEvent(new Event('input'));
    control.dispatchEvent(new Event('change'));
    await settle();
  };
  const send = async () => {
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settle();
  };
  return { element, http, settle, previews, change, send, closed };
}

describe('the dialog "Übergeben oder beteiligen"', () => {
  it('offers every organisation but the own one, the own region first', async () => {
    const { element } = await open();
    const groups = [...element.querySelectorAll('optgroup')].map((group) => [
      group.label,
      ...[...group.children].map((one) => one.textContent?.trim()),
    ]);
    expect(groups).toEqual([
      ['r1', 'Nahdorf'],
      ['r2', 'Fernstadt'],
    ]);
  });

  it('says who is probably responsible and why; a click takes it, nothing else does', async () => {
    const { element, settle } = await open();
    const items = [...element.querySelectorAll('lotse-routing-suggestions li')];
    expect(items.map((item) => item.textContent?.includes('Der Standort liegt in Nahdorf.'))).toEqual([true]); // never the own organisation
    const receiver = element.querySelector<HTMLSelectElement>('lotse-field select')!;
    expect(receiver.value).toBe('');
    items[0]?.querySelector('button')?.click();
    await settle();
    expect(receiver.value).toBe('near');
  });

  it('shows before sending what goes along, what stays and until when it must be decided', async () => {
    const { element, previews } = await open();
    expect(previews.at(-1)).toBe('kind=TRANSFER&sections=MASTER,CONTACTS,NOTES,DOCUMENTS,PERMITS&basis=TASK');
    for (const words of ['Halle am Bahnhof', 'Weitere Ansprechpersonen', 'bleibt', 'Zu entscheiden bis Mi., 25.11.2026.'])
      expect(element.textContent).toContain(words);
  });

  it('shows the case in the eyes of the receiver: what goes along, not what stays', async () => {
    const { element, settle, change } = await open();
    const view = () => element.querySelector('lotse-receiver-view')!.textContent.replaceAll(/\s+/g, ' ');
    for (const words of ['So sieht es die andere Stelle', 'OF-2026-7KD4', 'Beispiel GmbH, Nahdorf', 'Angerufen', 'Besucht'])
      expect(view()).toContain(words);
    for (const words of ['Probe Person', 'Lageplan', 'Geschrieben']) expect(view()).not.toContain(words);
    element.querySelector<HTMLButtonElement>('lotse-receiver-view button')!.click();
    await change('lotse-field select', 'near');
    await settle();
    expect(view()).toContain('So sieht es Nahdorf');
    expect(view()).toContain('Geschrieben');
  });

  it('keeps the key facts, and for whoever works along the notes, in every choice', async () => {
    const { element, settle, previews } = await open();
    element.querySelector<HTMLInputElement>('input[value=CO_WORK]')!.click();
    await settle();
    const disabled = [...element.querySelectorAll<HTMLInputElement>('lotse-preview-list input')].map((box) => box.disabled);
    expect(disabled).toEqual([true, true]);
    element.querySelector<HTMLInputElement>('input[value=CONSULT]')!.click();
    await settle();
    expect(previews.at(-1)).toBe('kind=CONSULT&sections=MASTER&basis=TASK');
  });

  it('offers no second transfer while one waits', async () => {
    const { element } = await open(true);
    expect([...element.querySelectorAll<HTMLInputElement>('input[name=kind]')].map(({ value }) => value)).toEqual(['CONSULT', 'CO_WORK']);
  });

  it('sends only when receiver, reason and note are there, and closes with the offer', async () => {
    const { element, http, change, send, closed, settle } = await open();
    await send();
    http.expectNone('/api/v1/cases/c1/handovers');
    const [to, reason] = element.querySelectorAll('select');
    to!.id = 'to';
    reason!.id = 'reason';
    await change('#to', 'near');
    await change('#reason', 'COMPANY_MOVES');
    await change('textarea', 'Bitte übernehmen');
    await send();
    const request = http.expectOne('/api/v1/cases/c1/handovers');
    expect(request.request.body).toEqual({
      toOrganisationId: 'near',
      kind: 'TRANSFER',
      basis: 'TASK',
      reasonCode: 'COMPANY_MOVES',
      note: 'Bitte übernehmen',
      sections: ['MASTER', 'CONTACTS', 'NOTES', 'DOCUMENTS', 'PERMITS'],
    });
    request.flush({ id: 'h1' });
    await settle();
    expect(closed).toEqual([{ id: 'h1' }]);
  });
});
