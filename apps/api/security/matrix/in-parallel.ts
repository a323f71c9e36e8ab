/** Requests that are under way at once. */
const PARALLEL = 6;

/** Does `work` for every item, some at once, until `enough` findings are together. */
export async function inParallel<T>(items: Iterable<T>, work: (item: T) => Promise<string[]>, enough = Infinity): Promise<string[]> {
  const findings: string[] = [];
  const queue = [...items].values();
  const worker = async () => {
    for (const item of queue) {
      if (findings.length >= enough) return;
      findings.push(...(await work(item)));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return findings;
}
