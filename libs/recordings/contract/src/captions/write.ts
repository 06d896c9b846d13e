import { type CaptionBlock, type CaptionCue, type CaptionDocument, tidyDocument } from './document';
import { writeMarkup } from './markup';
import { writeClock } from './timing';

/** Writes WebVTT (section 4) that `readCaptions` reads as the same document; a document is brought into its normal form first. */
export function writeVtt(document: CaptionDocument): string {
  const { header, blocks } = tidyDocument(document);
  const gap = header === '' || header.startsWith('\n') ? '' : ' ';
  return `${[`WEBVTT${gap}${header}`, ...blocks.map(writeBlock)].join('\n\n')}\n`;
}

function writeBlock(block: CaptionBlock): string {
  if (block.kind === 'cue') return writeCue(block.cue);
  if (block.text === '') return block.kind.toUpperCase();
  const isShort = block.kind === 'note' && !block.text.includes('\n');
  return `${block.kind.toUpperCase()}${isShort ? ' ' : '\n'}${block.text}`;
}

function writeCue({ id, from, to, speaker, text, settings }: CaptionCue): string {
  const times = `${writeClock(from)} --> ${writeClock(to)}${settings && ` ${settings}`}`;
  return [id, times, writeMarkup(speaker, text)].filter(Boolean).join('\n');
}
