import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { HandoverDto } from '@lotse/handovers/contract';
import { texts } from '@lotse/shared/ui/testing';
import { HandoverCard } from './handover-card';

const offer: HandoverDto = {
  id: 'h1',
  kind: 'TRANSFER',
  state: 'OFFERED',
  caseId: 'c1',
  fileNumber: 'OF-2026-7KD4',
  caseType: 'EXPANSION',
  confidential: false,
  caseTitle: 'Halle am Bahnhof',
  companyName: 'Probe GmbH',
  caseAccess: 'SHARED',
  side: 'TO',
  fromOrganisationId: 'a',
  fromOrganisationName: 'Musterstadt',
  toOrganisationId: 'b',
  toOrganisationName: 'Beispielheim',
  basis: 'TASK',
  agreementId: null,
  basisReason: null,
  reasonCode: 'RESPONSIBILITY',
  note: 'Bitte übernehmen',
  sections: ['MASTER'],
  stubOnly: false,
  returnOf: null,
  dueOn: '2026-11-25',
  dueAt: '2026-11-25T23:00:00.000Z',
  timeLeft: { workingDays: 1, over: false },
  offeredByName: 'Erika Beispiel',
  offeredAt: '2026-11-23T09:00:00.000Z',
  decidedByName: null,
  decidedAt: null,
  decisionReasonCode: null,
  decisionNote: null,
  endedAt: null,
  endedByName: null,
  claim: null,
  messages: [],
  actions: ['accept', 'decline'],
  mayAsk: true,
};

const de = {
  handover: {
    state: { OFFERED: 'angeboten', WITHDRAWN: 'zurückgezogen' },
    timeLeft: { one: 'noch 1 Arbeitstag', due: 'bis {{date}}' },
    action: { accept: 'Annehmen', decline: 'Ablehnen', ask: 'Rückfragen' },
    happened: 'Schon geschehen: {{state}} von {{who}} am {{at}}.',
    lineOnly: 'Nicht mehr einsehbar.',
    preset: { ECKDATEN: 'Eckdaten' },
  },
  app: { validation: { required: 'Bitte ausfüllen.' } },
  error: { handover: { decided: 'Darüber wurde schon entschieden.' }, unknown: 'Fehler' },
};

async function show(handover: HandoverDto) {
  TestBed.configureTestingModule({ imports: [texts(de)], providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  let changed = 0;
  const fixture = TestBed.createComponent(HandoverCard, {
    bindings: [inputBinding('handover', () => handover), outputBinding('changed', () => changed++)],
  });
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  const button = (name: string) => [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  return {
    element,
    press: async (name: string) => {
      const found = button(name);
      if (!found) throw new Error(`no button ${name} in: ${element.textContent}`);
      found.click();
      await fixture.whenStable();
    },
    settle: () => fixture.whenStable(),
    button,
    changed: () => changed,
    http: TestBed.inject(HttpTestingController),
  };
}

describe('the card of a handover', () => {
  it('says what it is, how long there is and what it contains, and offers only what may be done', async () => {
    const { element, button } = await show(offer);
    for (const words of [
      'Probe GmbH · Halle am Bahnhof',
      'OF-2026-7KD4',
      'angeboten',
      'noch 1 Arbeitstag',
      'bis Mi., 25.11.2026',
      'Bitte übernehmen',
      'Eckdaten',
    ])
      expect(element.textContent).toContain(words);
    expect([button('Annehmen'), button('Ablehnen'), button('Rückfragen')].every(Boolean)).toBe(true);
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/vorgaenge/c1');
  });

  it('accepts with one press', async () => {
    const { press, http, settle, changed } = await show(offer);
    await press('Annehmen');
    const request = http.expectOne('/api/v1/handovers/h1/accept');
    expect(request.request.method).toBe('POST');
    request.flush({ ...offer, state: 'ACCEPTED' });
    await settle();
    expect(changed()).toBe(1);
  });

  it('takes the second half of a double click for nothing', async () => {
    const { button, http, settle } = await show(offer);
    button('Annehmen')!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await settle();
    http.expectNone('/api/v1/handovers/h1/accept');
  });

  it('tells whoever was second what happened, who did it and when, and loads again', async () => {
    const { element, press, http, settle, changed } = await show(offer);
    await press('Annehmen');
    http
      .expectOne('/api/v1/handovers/h1/accept')
      .flush(
        { code: 'handover.decided', details: { state: 'WITHDRAWN', decidedBy: 'Max Muster', decidedAt: '2026-11-23T10:05:00.000Z' } },
        { status: 409, statusText: 'Conflict' },
      );
    await settle();
    expect(element.querySelector('[role=alert]')?.textContent).toMatch(
      /schon entschieden.*zurückgezogen von Max Muster am 23\.11\.2026, 11:05/s,
    );
    expect(changed()).toBe(1);
  });

  it('asks for reason and words before it declines', async () => {
    const { element, press, http, settle } = await show(offer);
    await press('Ablehnen');
    await press('Ablehnen');
    http.expectNone('/api/v1/handovers/h1/decline');
    expect(element.textContent).toContain('Bitte ausfüllen.');
    const reason = element.querySelector('select')!;
    reason.value = 'NO_CAPACITY';
    reason.dispatchEvent(new Event('input'));
    reason.dispatchEvent(new Event('change'));
    const words = element.querySelector('textarea')!;
    words.value = 'Erst im Januar';
    words.dispatchEvent(new Event('input'));
    await settle();
    await press('Ablehnen');
    const request = http.expectOne('/api/v1/handovers/h1/decline');
    expect(request.request.body).toEqual({ reasonCode: 'NO_CAPACITY', note: 'Erst im Januar' });
  });

  it('keeps a line of history without link, note or buttons', async () => {
    const line: HandoverDto = {
      ...offer,
      state: 'WITHDRAWN',
      caseAccess: null,
      caseTitle: null,
      companyName: null,
      note: null,
      timeLeft: null,
      decidedByName: 'Erika Beispiel',
      decidedAt: '2026-11-23T10:00:00.000Z',
      actions: [],
      mayAsk: false,
    };
    const { element, button } = await show(line);
    expect(element.textContent).toContain('OF-2026-7KD4');
    expect(element.textContent).toContain('Nicht mehr einsehbar.');
    expect(element.querySelector('a')).toBeNull();
    expect(button('Annehmen')).toBeUndefined();
  });
});
