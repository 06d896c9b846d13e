const PATIENCE_MS = 60_000;

/** Asks again until there is an answer: for what a job does in its own time. @throws after a minute without one. */
export async function eventually<T>(ask: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about within a minute');
}
