// The clock survives the restart under the pinned Node, so that durations count from the moment the command was typed.
const begin = Number(process.env.LOTSE_BEGIN ?? Date.now());

/** Seconds since the command was typed, with one decimal. */
export const elapsed = () => ((Date.now() - begin) / 1000).toFixed(1);

/** One line of progress with the time that has passed. */
export const say = (text) => console.log(`[lotse ${elapsed()} s] ${text}`);

/** What a child that continues this command must know. */
export const clock = { LOTSE_BEGIN: String(begin) };
