/** A JSON pointer (RFC 6901) one step further. */
export const pointer = (parent: string, key: string): string => `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
