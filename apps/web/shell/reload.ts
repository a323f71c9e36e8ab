import { DOCUMENT, inject, Service } from '@angular/core';

/** Starts the program anew, so that nothing of another organisation or person stays in memory. */
@Service()
export class Reload {
  private readonly location = inject(DOCUMENT).location;

  fromStart(): void {
    this.location.assign('/');
  }
}
