import { inject } from '@angular/core';
import { type CanActivateFn } from '@angular/router';
import { UploadDesk } from './upload-desk';

/** Lets everybody in, and shows what was left unfinished. No page waits for it. */
export const unfinishedUploads: CanActivateFn = () => {
  void inject(UploadDesk).lookForUnfinished();
  return true;
};
