// `npm run check`: what is fast and needs neither database nor browser, for use while writing.
import { prepared } from './run/prepared.mjs';

await prepared(async () => {
  const { runStages } = await import('./checks/run-stages.mjs');
  const { fastOnes } = await import('./checks/stages.mjs');
  await runStages(await fastOnes());
});
