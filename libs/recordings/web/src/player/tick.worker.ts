// A clock for the page: browsers slow the timers of hidden pages down to one a minute, but not those of their workers.
// Twice a second: at double speed a page that is closed then has told all but the last second of media.
setInterval(() => postMessage(null), 500);
