'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Timing } from '#domain/setup.ts';
import { saveTransfer } from '../actions.ts';
import type { DocumentView, TransferView } from '../setup-view.ts';
import { problemInWords, UNREACHED } from '../words.ts';

/** What is typed of a transfer. */
export type TransferDraft = {
  carrier: string;
  serviceAddress: string;
  authorisedName: string;
  timing: Timing | null;
  pasted: string;
};

export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'failed'; because: string }
  | { kind: 'conflict'; theirs: TransferView }
  | { kind: 'submitted'; requestId: string };

export type Secrets = { accountNumber?: string | null; pin?: string | null };

export type UseTransfer = {
  draft: TransferDraft;
  /** Masked; null when there is none. */
  secrets: { accountNumber: string | null; pin: string | null };
  documents: DocumentView[];
  state: SaveState;
  version: () => number;
  change: (part: Partial<TransferDraft>) => void;
  /** Sends a secret at once; null takes it away. */
  changeSecret: (secret: Secrets) => void;
  setDocuments: (documents: DocumentView[]) => void;
  /** Saves what is not saved yet. False when that did not work. */
  flush: () => Promise<boolean>;
  keepMine: () => void;
  takeTheirs: () => void;
};

const AFTER_TYPING_MS = 800;

/** A transfer while it is typed: saved a moment after the last key, never over what somebody else wrote. */
export function useTransfer(transfer: TransferView, onSaved: (at: string) => void): UseTransfer {
  const [draft, setDraft] = useState(() => draftOf(transfer));
  const [secrets, setSecrets] = useState({ accountNumber: transfer.accountNumber, pin: transfer.pin });
  const [documents, setDocuments] = useState(transfer.documents);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: transfer.savedAt });
  // What the running save reads: the newest, also of keys that were pressed while it was on its way.
  const latest = useRef({ draft, secrets: {} as Secrets, version: transfer.version, dirty: false });
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(async (): Promise<boolean> => {
    const now = latest.current;
    while (now.dirty) {
      now.dirty = false;
      const sent = now.secrets;
      now.secrets = {};
      setState({ kind: 'saving' });
      const result = await saveTransfer({
        ...{ id: transfer.id, version: now.version },
        change: { ...now.draft, ...sent },
      }).catch(() => null);
      if (!result?.ok || result.value.kind === 'conflict') {
        // It is as unsaved as before; what was typed of it meanwhile is newer.
        now.dirty = true;
        now.secrets = { ...sent, ...now.secrets };
      }
      if (!result?.ok) {
        setState({ kind: 'failed', because: result ? problemInWords(result.problem) : UNREACHED });
        return false;
      }
      const { value } = result;
      if (value.kind === 'conflict') setState({ kind: 'conflict', theirs: value.transfer });
      if (value.kind === 'submitted') setState(value);
      if (value.kind !== 'saved') return false;
      now.version = value.version;
      const { accountNumber, pin } = value;
      setSecrets((before) => ({
        accountNumber: accountNumber === undefined ? before.accountNumber : accountNumber,
        pin: pin === undefined ? before.pin : pin,
      }));
      setState({ kind: 'saved', at: value.savedAt });
      onSaved(value.savedAt);
    }
    return true;
  }, [transfer.id, onSaved]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current ??= save().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [save]);

  const edit = useCallback(
    (afterMs: number) => {
      latest.current.dirty = true;
      setState((before) =>
        before.kind === 'conflict' || before.kind === 'submitted' ? before : { kind: 'saving' },
      );
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, afterMs);
    },
    [flush],
  );

  useUnload(latest, flush);

  const settle = (theirs: TransferView, mine: boolean) => {
    latest.current.version = theirs.version;
    if (!mine) {
      latest.current.draft = draftOf(theirs);
      latest.current.secrets = {};
      latest.current.dirty = false;
      setDraft(latest.current.draft);
      setSecrets({ accountNumber: theirs.accountNumber, pin: theirs.pin });
    }
    setDocuments(theirs.documents);
    setState(mine ? { kind: 'saving' } : { kind: 'saved', at: theirs.savedAt });
    if (mine) flush();
  };

  return {
    ...{ draft, secrets, documents, state, flush },
    setDocuments: (next) => {
      setDocuments(next);
      onSaved(state.kind === 'saved' ? state.at : transfer.savedAt);
    },
    version: () => latest.current.version,
    change: (part) => {
      latest.current.draft = { ...latest.current.draft, ...part };
      setDraft(latest.current.draft);
      edit(AFTER_TYPING_MS);
    },
    changeSecret: (secret) => {
      latest.current.secrets = { ...latest.current.secrets, ...secret };
      edit(0);
    },
    keepMine: () => state.kind === 'conflict' && settle(state.theirs, true),
    takeTheirs: () => state.kind === 'conflict' && settle(state.theirs, false),
  };
}

/** Saves when the page is left, and asks before it is closed over what is not saved. */
function useUnload(latest: { current: { dirty: boolean } }, flush: () => Promise<boolean>): void {
  useEffect(() => {
    const events = new AbortController();
    const { signal } = events;
    window.addEventListener(
      'beforeunload',
      (event) => {
        if (latest.current.dirty) event.preventDefault();
      },
      { signal },
    );
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'hidden' && latest.current.dirty) flush();
      },
      { signal },
    );
    return () => {
      events.abort();
      // Within the portal the page is left without being closed.
      if (latest.current.dirty) flush();
    };
  }, [latest, flush]);
}

/** What of a transfer is typed. */
export function draftOf(transfer: TransferView): TransferDraft {
  const { carrier, serviceAddress, authorisedName, timing, pasted } = transfer;
  return { carrier, serviceAddress, authorisedName, timing, pasted };
}
