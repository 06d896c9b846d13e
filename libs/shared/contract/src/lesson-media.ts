/** The widths, in pixels, that a picture of a lesson is kept in below its own. */
const SMALLER = [480, 960];

/** All widths that there are of a picture `width` pixels wide, smallest first. */
export const pictureWidths = (width: number): number[] => [...SMALLER.filter((one) => one < width), width];

const media = '/media/lessons';

/** Where the bytes of a picture are, in one of its widths. */
export const pictureAddress = (picture: string, width: number): string => `${media}/${picture}/${width}.webp`;

/** Where the bytes of a file are. */
export const fileAddress = (file: string): string => `${media}/${file}/file`;
