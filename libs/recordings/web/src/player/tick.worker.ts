// A clock for the page: browsers slow the timers of hidden pages down to one a minute, but not those of their workers.
setInterval(() => postMessage(null), 1000);
