import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import { recall, remember } from './remember';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

const known = <T extends string>(values: readonly T[], value: string | null): T => values.find((known) => known === value) ?? values[0]!;

/**
 * Light, dark or as the system; comfortable or compact. Kept in this browser.
 * `start.js` sets the same attributes before the first paint, so that nothing flashes.
 */
@Service()
export class Appearance {
  private readonly root = inject(DOCUMENT).documentElement;
  readonly theme = signal<Theme>(known(THEMES, recall('lotse.theme')));
  readonly density = signal<Density>(known(DENSITIES, recall('lotse.density')));

  constructor() {
    effect(() => this.apply('kernTheme', 'lotse.theme', this.theme(), 'system'));
    effect(() => this.apply('density', 'lotse.density', this.density(), 'comfortable'));
  }

  private apply(attribute: 'kernTheme' | 'density', key: string, value: string, usual: string): void {
    if (value === usual) delete this.root.dataset[attribute];
    else this.root.dataset[attribute] = value;
    remember(key, value === usual ? null : value);
  }
}
