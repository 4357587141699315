/** What kernels need of WebAssembly, with its types: those of the language know it as a part of browsers alone. */

/** Compiled, and the same code on every thread. */
export interface CompiledModule {
  readonly compiledModule?: never;
}

/** All threads see it. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
}

interface WebAssemblyOfNode {
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => CompiledModule;
  /** Pages of 64 KiB. */
  readonly Memory: new (limits: {
    shared: true;
    initial: number;
    maximum: number;
  }) => SharedMemory;
  readonly Instance: new (
    module: CompiledModule,
    imports: Readonly<Record<string, Readonly<Record<string, SharedMemory>>>>,
  ) => { readonly exports: Readonly<Record<string, (...parameters: number[]) => void>> };
}

export const { Module, Memory, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyOfNode }).WebAssembly;
