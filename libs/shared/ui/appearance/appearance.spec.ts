import { TestBed } from '@angular/core/testing';
import { Appearance } from './appearance';

beforeEach(() => localStorage.clear());

it('remembers the theme and sets the attribute KERN reads', () => {
  const appearance = TestBed.inject(Appearance);
  appearance.theme.set('dark');
  appearance.density.set('compact');
  TestBed.tick();
  expect(document.documentElement.dataset['kernTheme']).toBe('dark');
  expect(document.documentElement.dataset['density']).toBe('compact');
  expect(localStorage.getItem('lotse.theme')).toBe('dark');

  appearance.theme.set('system');
  TestBed.tick();
  expect(document.documentElement.dataset['kernTheme']).toBeUndefined();
  expect(localStorage.getItem('lotse.theme')).toBeNull();
});

it('starts as the system does when the memory holds nonsense', () => {
  localStorage.setItem('lotse.theme', 'purple');
  expect(TestBed.inject(Appearance).theme()).toBe('system');
});
