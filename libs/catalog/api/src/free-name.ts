/** The wished name, or the first with a number after it that is free. */
export function freeName(wish: string, taken: ReadonlySet<string>): string {
  let name = wish;
  for (let n = 2; taken.has(name); n++) name = `${wish}-${n}`;
  return name;
}
