import { Text } from '@haven/shared/contract';
import * as z from 'zod';
import { checkMarks } from '../choice-schema';
import { content, face, named, namedFace, texts } from '../common';

const percent = z.number().min(0).max(100);

/** A rectangle of the picture, in per cent of its width and height. */
const area = { x: percent, y: percent, width: percent.min(1), height: percent.min(1) };

/** About 150 kB of picture. It travels with the question, so that practice works without a line. No SVG: nothing in it can run. */
const Picture = z
  .string()
  .max(200_000)
  .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/);

/** One place on a picture is right. Each place has a name, by which it can be chosen without seeing or pointing. */
export const HotspotContent = z
  .strictObject({
    kind: z.literal('hotspot'),
    ...content,
    picture: Picture,
    alt: texts,
    regions: z
      .array(named.extend({ ...area, correct: z.boolean() }))
      .min(2)
      .max(12),
  })
  .superRefine(({ regions }, ctx) => checkMarks(ctx, ['regions'], regions, true));
export type HotspotContent = z.infer<typeof HotspotContent>;

export const HotspotFace = z.object({
  kind: z.literal('hotspot'),
  ...face,
  picture: z.string(),
  alt: Text,
  regions: z.array(namedFace.extend(area)),
});
export type HotspotFace = z.infer<typeof HotspotFace>;
