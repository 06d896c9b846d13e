/**
 * Zoom's two text files: the audio transcript, a WebVTT file whose cues read `Name: words`, and the chat, which is no captions.
 */

/** A name and what it says. A blank has to follow the colon, so no time (12:30) and no address is a name. */
const named = /^([\p{L}+][^:<>\n]{0,59}):[ \t]+(?=\S)/u;

/** Words that begin a sentence far more often than they name a person. */
const notNames = new Set(
  'note nota notes notas question pregunta answer respuesta example ejemplo warning aviso important importante tip remember'.split(
    ' ',
  ),
);

/** A name at the start of a cue's text as it stands in the file, and where the words begin. */
export function findName(payload: string): { name: string; words: number } | null {
  const found = named.exec(payload);
  const name = found?.[1]?.trim();
  if (!found || !name || notNames.has(name.toLowerCase())) return null;
  return { name, words: found[0].length };
}

/**
 * The names that count as speakers in a file whose cues have these texts: all that stand before a colon where more than half of the
 * cues, and at least two, begin so, as in Zoom's transcript; else those that begin two cues or more.
 */
export function speakerNames(payloads: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const payload of payloads) {
    const name = findName(payload)?.name;
    if (name === undefined) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    all++;
  }
  const least = all >= 2 && all * 2 > payloads.length ? 1 : 2;
  return new Set([...counts].filter(([, count]) => count >= least).map(([name]) => name));
}

/** A line of the chat: `00:01:02⇥Name:⇥text`, or `00:01:02 From Name to Everyone:`. */
const chat = /^\d{1,2}:\d\d:\d\d(?:[ \t]+From[ \t]+\S|\t)/i;

/** Whether a file without captions is Zoom's chat: its first line says so. */
export function isZoomChat(lines: readonly string[]): boolean {
  return chat.test(lines.find((line) => line.trim() !== '')?.trimStart() ?? '');
}
