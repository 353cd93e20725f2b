export type HttpRequest = {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cap of the body after decompression, in bytes. */
  readonly maxBytes: number;
  /** Cap of the whole exchange, redirects included, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Awaited before so many more bytes of the body are kept: there may be no room for them yet. */
  readonly take?: (bytes: number) => Promise<void>;
};

export type HttpResponse = {
  readonly status: number;
  /** Lower-cased names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Each redirect that was followed, in order. */
  readonly redirects: readonly { readonly status: number; readonly to: string }[];
};

/** GET through the address guard. Rejects with a FetchError (`errors.ts`); any HTTP status is an answer. */
export type Http = { get(request: HttpRequest): Promise<HttpResponse> };
