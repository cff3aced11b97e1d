let made = 0;

/** 1, 2, 3 … within one test process. */
export function next(): number {
  made += 1;
  return made;
}

/** Eight letters that no other test process makes: files run at the same time in processes that count alike. */
export function word(): string {
  return crypto.randomUUID().slice(0, 8);
}
