/** What a person dropped or chose: what can become a recording, captions, and the rest. */
export interface SortedFiles {
  media: File[];
  captions: File[];
  others: File[];
}

const mediaNames =
  /\.(mp4|m4v|m4a|mov|mkv|mka|webm|weba|mp3|aac|flac|wav|ogg|oga|ogv|opus|avi|wmv|wma|mpe?g|m2ts|mts|ts|3gp|3g2)$/i;
const captionNames = /\.(vtt|srt|txt|sbv|ttml|dfxp)$/i;

/** For `accept` of a file input. The endings are for systems that do not know the type of a file, as many do not of Matroska. */
export const acceptedFiles = 'video/*,audio/*,.mkv,.mka,.m4a,.m4v,.mts,.m2ts,.opus,.flac';

/** Sorts by type and by name. The server looks into the file itself; this only spares the upload of what is plainly something else. */
export function sortFiles(files: Iterable<File>): SortedFiles {
  const sorted: SortedFiles = { media: [], captions: [], others: [] };
  for (const file of files) {
    const media = /^(video|audio)\//.test(file.type) || mediaNames.test(file.name);
    sorted[captionNames.test(file.name) ? 'captions' : media ? 'media' : 'others'].push(file);
  }
  return sorted;
}
