/** How a page's state is written into its address and read back. Reading accepts anything. */
export interface UrlCodec<State> {
  read: (parameters: URLSearchParams) => State;
  /** Leaves out what is as it is by default, so that a fresh page has a bare address. */
  write: (state: State) => URLSearchParams;
}
