const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * The header that names a file (RFC 6266): any Unicode name, and for very old programs one of plain letters.
 * @param name as people wrote it; a path in it is no path
 */
export function contentDisposition(type: 'attachment' | 'inline', name: string): string {
  const safe = name.toWellFormed().replace(/[/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '_');
  const plain = safe.replace(/[^\x20-\x7e]|["%]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, escape);
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
