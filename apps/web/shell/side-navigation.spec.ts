import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Permission } from '@lotse/shared/contract';
import { NAVIGATION_BADGES } from '@lotse/shared/ui';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { SideNavigation } from './side-navigation';

async function links(...permissions: Permission[]) {
  TestBed.configureTestingModule({
    imports: [texts({ waiting: { many: '{{n}} warten' } })],
    providers: [
      provideRouter([]),
      signedInWith(...permissions),
      { provide: NAVIGATION_BADGES, multi: true, useValue: { link: '/uebergaben', count: signal(3), label: 'waiting' } },
    ],
  });
  const fixture = TestBed.createComponent(SideNavigation);
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  return { paths: [...element.querySelectorAll('a')].map((link) => link.getAttribute('href')), element };
}

it('offers only what the role may, with the figures of the domains', async () => {
  const { paths, element } = await links('myDay.read', 'handover.read');
  expect(paths).toEqual(['/', '/uebergaben']);
  expect(element.textContent).toContain('3 warten');
});

it('shows the administration to administrators only', async () => {
  const { paths } = await links('people.manage', 'outgoingMail.read');
  expect(paths).toEqual(['/administration/personen', '/administration/postausgang']);
});

it('shows the log to the data protection officer only', async () => {
  expect((await links('audit.read')).paths).toEqual(['/administration/protokoll']);
  TestBed.resetTestingModule();
  expect((await links('people.manage', 'myDay.read', 'satisfaction.read')).paths).not.toContain('/administration/protokoll');
});
