// `npm test`: everything that must hold, on any machine. Installs what is missing, skips nothing, ends with "N passed, N failed".
import { prepared } from './run/prepared.mjs';

await prepared(async () => {
  const { runStages } = await import('./checks/run-stages.mjs');
  const { everything } = await import('./checks/stages.mjs');
  await runStages(await everything());
});
