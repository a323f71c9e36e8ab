import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatButtonHarness } from '@angular/material/button/testing';
import { texts } from '../testing';
import { Paginator } from './paginator';

async function open(start: number, total: number) {
  TestBed.configureTestingModule({
    imports: [texts({ app: { pages: { range: '{{from}}–{{to}} von {{total}}', former: 'Vorige', next: 'Nächste' } } })],
  });
  const page = signal(start);
  const fixture = TestBed.createComponent(Paginator, {
    bindings: [
      inputBinding('page', page),
      inputBinding('total', () => total),
      outputBinding<number>('pageChange', (next) => page.set(next)),
    ],
  });
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  return { element, page, buttons: await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(MatButtonHarness) };
}

it('says which part of how many is on screen, and steps', async () => {
  const { element, page, buttons } = await open(1, 1512);
  expect(element.textContent).toContain('1–50 von 1.512');
  expect(await buttons[0]!.isDisabled()).toBe(true);
  await buttons[1]!.click();
  expect(page()).toBe(2);
  expect(element.textContent).toContain('51–100 von 1.512');
});

it('ends at the last page', async () => {
  const { element, buttons } = await open(31, 1512);
  expect(element.textContent).toContain('1.501–1.512 von 1.512');
  expect(await buttons[1]!.isDisabled()).toBe(true);
});

it('offers no steps when all fits one page', async () => {
  const { buttons, element } = await open(1, 7);
  expect(element.textContent).toContain('1–7 von 7');
  expect(buttons).toHaveLength(0);
});
