import { afterEach, expect, inject } from 'vitest';

// Before any module of ours is loaded: they read it when they first connect.
process.env.DATABASE_URL = inject('databaseUrl');

const complaints: unknown[][] = [];
console.error = (...words: unknown[]) => {
  complaints.push(words);
};

afterEach(() => {
  expect(complaints.splice(0), 'console.error was called').toEqual([]);
});
