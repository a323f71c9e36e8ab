import { createServer } from 'node:net';
import { isComplete } from './install.mjs';
import { fits } from './pinned-node.mjs';
import { assertPortFree, freePort, wantedPort } from './port.mjs';

describe('before the program starts', () => {
  const wanted = { '': {}, 'node_modules/a': { integrity: 'x' }, 'node_modules/win': { integrity: 'w', optional: true } };

  it('packages are complete when they are those of the lock file, save the optional ones of other machines', () => {
    expect(isComplete(wanted, { 'node_modules/a': { integrity: 'x' } })).toBe(true);
    expect(isComplete(wanted, undefined)).toBe(false);
    expect(isComplete(wanted, {})).toBe(false);
    expect(isComplete(wanted, { 'node_modules/a': { integrity: 'older' } })).toBe(false);
    expect(isComplete(wanted, { 'node_modules/a': { integrity: 'x' }, 'node_modules/removed': {} })).toBe(true);
  });

  it('the Node of the machine is used where none is offered, if it is new enough', () => {
    const ranges = '^24.15.0 || ^26.0.0';
    expect(['v24.15.0', 'v24.21.0', 'v26.3.1'].every((version) => fits(version, ranges))).toBe(true);
    expect(['v20.20.2', 'v24.14.9', 'v25.1.0', 'v27.0.0'].some((version) => fits(version, ranges))).toBe(false);
  });

  it('PORT must be a port', () => {
    expect(wantedPort({})).toBe(3000);
    expect(wantedPort({ PORT: '8080' })).toBe(8080);
    for (const PORT of ['abc', '0', '70000', '80.5', '-1']) expect(() => wantedPort({ PORT })).toThrow(/PORT is/);
  });

  it('a port in use is named, with a way out', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    await expect(assertPortFree(port)).rejects.toThrow(`port ${port} is in use`);
    await new Promise((done) => other.close(done));
    await expect(assertPortFree(port)).resolves.toBeUndefined();
  });
});
