import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { RelocationDto } from '@lotse/cases/contract';
import { Confirm } from '@lotse/shared/ui';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { of } from 'rxjs';
import { CaseStore } from '../case-page/case-store';
import { RelocationCard } from './relocation-card';

const side = (organisationName: string, toldAt: string | null = null) => ({
  organisationId: organisationName,
  organisationName,
  toldAt,
  toldByName: toldAt && 'Frau Probe',
});
const move: RelocationDto = {
  kind: 'MOVE_INSIDE',
  counts: 0,
  fromName: 'Dietzenbach',
  toName: 'Langen',
  release: null,
  sides: [side('Dietzenbach'), side('Langen')],
};
const release = {
  kind: 'CONSENT',
  by: 'Erika Beispiel',
  on: '2026-11-20',
  note: null,
  recordedByName: 'Frau Probe',
  recordedAt: '2026-11-20T09:00:00Z',
} as const;
const words = {
  tellBoth: 'Beide Kommunen informieren',
  release: 'Freigabe festhalten',
  withdraw: 'Freigabe zurücknehmen',
  save: 'Festhalten',
  notTold: 'noch nicht informiert',
  count: { MOVE_INSIDE: 'zählt als Umzug innerhalb der Region, nicht als Ansiedlung' },
};

describe('the card of a relocation', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<RelocationCard>;
  const page = () => fixture.nativeElement as HTMLElement;
  const buttons = () => [...page().querySelectorAll('button')].map((button) => button.textContent.trim());
  const press = (label: string) => [...page().querySelectorAll('button')].find((button) => button.textContent.includes(label))?.click();
  const settle = async () => {
    await fixture.whenStable();
    fixture.detectChanges();
  };

  async function open(answer: RelocationDto, mayChange = true): Promise<void> {
    TestBed.configureTestingModule({
      imports: [texts({ case: { relocation: words } })],
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        signedInWith('case.write'),
        { provide: CaseStore, useValue: { changed: signal(0), mayChange: signal(mayChange), reload: () => undefined } },
        { provide: Confirm, useValue: { ask: () => of(true) } },
      ],
    });
    fixture = TestBed.createComponent(RelocationCard);
    fixture.componentRef.setInput('id', 'c1');
    fixture.detectChanges();
    http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/cases/c1/relocation').flush(answer);
    await settle();
  }
  afterEach(() => http.verify());

  it('shows from where to where, what it counts, and offers nothing but the release before there is one', async () => {
    await open(move);
    expect(page().textContent).toContain('Dietzenbach');
    expect(page().textContent).toContain(words.count.MOVE_INSIDE);
    expect(page().textContent).toContain(words.notTold);
    expect(buttons()).toEqual([words.release]);
  });

  it('records who agreed', async () => {
    await open(move);
    press(words.release);
    await settle();
    press(words.save);
    await settle();
    http.expectNone('/api/v1/cases/c1/relocation-release'); // nobody is named yet
    const name = page().querySelector<HTMLInputElement>('input:not([type=date])');
    if (!name) throw new Error('no field');
    name.value = 'Erika Beispiel';
    name.dispatchEvent(new Event('input'));
    await settle();
    press(words.save);
    await settle();
    const sent = http.expectOne('/api/v1/cases/c1/relocation-release');
    expect(sent.request.body).toMatchObject({ kind: 'CONSENT', by: 'Erika Beispiel', note: null });
    sent.flush({ ...move, release });
    await new Promise((done) => setTimeout(done));
    await settle();
    expect(buttons()).toEqual([words.tellBoth, words.withdraw]);
  });

  it('tells both, and then offers neither again', async () => {
    await open({ ...move, release });
    press(words.tellBoth);
    http.expectOne({ method: 'POST', url: '/api/v1/cases/c1/relocation-notices' }).flush({
      ...move,
      release,
      sides: [side('Dietzenbach', '2026-11-21T09:00:00Z'), side('Langen', '2026-11-21T09:00:00Z')],
    });
    await settle();
    expect(buttons()).toEqual([]);
    expect(page().textContent).not.toContain(words.notTold);
  });

  it('lets nobody act who only reads', async () => {
    await open({ ...move, release }, false);
    expect(buttons()).toEqual([]);
  });
});
