/** The title proposed by a file's name: without folder, ending, invisible characters; never empty, at most 200 long. */
export function titleOf(fileName: string): string {
  const base = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const readable = base
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    // Control and format characters, among them the ones that turn the reading direction ("gpj.exe").
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
  return [...readable].slice(0, 200).join('').trim() || 'Dokument ohne Titel'
}
