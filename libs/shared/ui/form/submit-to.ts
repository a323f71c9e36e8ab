import { type FieldTree, submit } from '@angular/forms/signals';
import { firstValueFrom, type Observable } from 'rxjs';
import { serverErrors } from '../problem/server-errors';

/** What became of sending a form. */
export type Sent<R> = { done: true; result: R } | { done: false; error?: unknown };

/**
 * Sends a signal form: marks all fields touched, does nothing while they are wrong (and focuses the first wrong one),
 * puts the server's field errors beside their fields, and hands back what else went wrong for `<lotse-problem [error]>`.
 *
 *     const sent = await submitTo(this.form, () => this.client.create(this.input()));
 *     if (sent.done) void this.router.navigate(['/unternehmen', sent.result.id]);
 *     else this.error.set(sent.error);
 */
export async function submitTo<T, R>(form: FieldTree<T>, send: () => Observable<R>): Promise<Sent<R>> {
  let sent: Sent<R> = { done: false };
  await submit(form, {
    action: async () => {
      try {
        sent = { done: true, result: await firstValueFrom(send()) };
        return undefined;
      } catch (error) {
        const fields = serverErrors(form, error);
        sent = { done: false, error: fields.length ? undefined : error };
        return fields;
      }
    },
    onInvalid: () => (form as FieldTree<unknown>)().errorSummary()[0]?.fieldTree().focusBoundControl(),
  });
  return sent;
}
