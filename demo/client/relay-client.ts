import type { FromRelay, Persona, ToRelay } from '../wire.ts';

export interface RelayEvents {
  onFrame(frame: FromRelay): void;
  onOnline(online: boolean): void;
}

const RETRY_MS = 1_000;

/** The WebSocket to the relay; comes back by itself until it is told that another tab took over. */
export class RelayClient {
  readonly client: string;
  readonly #url: string;
  readonly #events: RelayEvents;
  #socket: WebSocket | undefined;
  #stopped = false;

  constructor(me: Persona, events: RelayEvents) {
    this.client = crypto.randomUUID().replaceAll('-', '');
    this.#url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/as/${me}/relay`;
    this.#events = events;
  }

  connect(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => {
      this.send({ type: 'hello', client: this.client });
      this.#events.onOnline(true);
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      const frame = JSON.parse(event.data) as FromRelay;
      if (frame.type === 'replaced') this.#stopped = true;
      this.#events.onFrame(frame);
    };
    socket.onclose = () => {
      this.#events.onOnline(false);
      if (!this.#stopped) setTimeout(() => { this.connect(); }, RETRY_MS);
    };
  }

  /** False where the frame could not be handed over. */
  send(frame: ToRelay): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }
}
