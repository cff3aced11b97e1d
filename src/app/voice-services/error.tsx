'use client';

export { default } from '../error-in-shell.tsx';
