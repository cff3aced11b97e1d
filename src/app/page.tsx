import { STATUS_FACTS } from '#domain/status.ts';

export default function Home() {
  return <h1>{STATUS_FACTS.confirmed.label}</h1>;
}
