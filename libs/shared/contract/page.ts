/** Most rows one page of a list may have. */
export const MAX_PAGE_SIZE = 200;
export const DEFAULT_PAGE_SIZE = 50;

/** Answer of every list. */
export interface Page<T> {
  items: T[];
  /** Rows of all pages that the reader may see. */
  total: number;
}
