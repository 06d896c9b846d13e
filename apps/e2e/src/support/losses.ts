import { LosingLearner } from './losing-learner.ts';
import { LosingPlayer } from './losing-player.ts';
import { rounds, type Series } from './rounds.ts';

/** People who watch. */
export const losses = (series: Series) =>
  rounds(
    series,
    {
      'api stopped for 30 s': (server) => server.stopApi(30_000),
      'PostgreSQL restarted': (server) => server.crashPostgres(),
      'worker killed': (server) => server.killWorker(),
    },
    (lot) => new LosingPlayer(lot),
  );

/** People who take a quiz. */
export const attemptLosses = (series: Series) =>
  rounds(
    series,
    {
      'api stopped for 10 s': (server) => server.stopApi(10_000),
      'PostgreSQL restarted': (server) => server.crashPostgres(),
    },
    (lot) => new LosingLearner(lot),
  );
