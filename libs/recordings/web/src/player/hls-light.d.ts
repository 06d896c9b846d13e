/** hls.js ships the light build without naming its types. It is the same class without captions, alternate audio and DRM. */
declare module 'hls.js/light' {
  export { default, Events, ErrorTypes, ErrorDetails } from 'hls.js';
}
