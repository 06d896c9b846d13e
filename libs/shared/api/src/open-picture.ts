import sharp, { type Sharp } from 'sharp';

// What opens a picture is chosen by its own first bytes: of libvips' many readers only these five are let at what people send.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
    'VipsForeignLoadNsgif',
  ],
});
// One picture at a time, on one core: authors can wait, learners cannot.
sharp.concurrency(1);
sharp.cache(false);

/** Opens a picture that somebody sent. Nothing is decoded yet; what is read of it throws where it is broken or has more than `most` pixels. */
export const openPicture = (bytes: Buffer, most: number): Sharp =>
  sharp(bytes, { limitInputPixels: most, failOn: 'error', sequentialRead: true });
