import { type IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { UploadMetadata } from '@haven/recordings/contract';
import { newId, type Person, Refusal } from '@haven/shared/api';
import { FileStore } from '@tus/file-store';
import { Metadata, Server } from '@tus/server';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { UploadFolder } from './upload-folder';
import { Uploads } from './uploads';

/**
 * The tus server behind Nest: who may do what is settled before it sees a request, and it answers on the bare socket. A body is never read
 * into memory; what the sender says of a file is checked like any other input.
 */
@Injectable()
export class TusServer {
  private readonly ids = new WeakMap<IncomingMessage, string>();
  private readonly server: Server;

  constructor(
    private readonly uploads: Uploads,
    folder: UploadFolder,
  ) {
    this.server = new Server({
      path: '/api/uploads',
      datastore: new FileStore({ directory: folder.root }),
      relativeLocation: true,
      maxSize: uploads.limit,
      allowedOrigins: [],
      disableTerminationForFinishedUploads: true,
      namingFunction: ({ runtime }) => this.ids.get(runtime?.node?.req as IncomingMessage) ?? newId(),
      onUploadFinish: async (_request, { id }) => {
        await this.uploads.settle(id);
        return {};
      },
    });
  }

  /** Begins an upload once its bytes are reserved. @throws Refusal as `Uploads.reserve` does, and `invalid` for headers that are none. */
  async begin(actor: Person, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const id = newId();
    const size = Number(/^\d{1,15}$/.exec(String(request.headers['upload-length']))?.[0] ?? NaN);
    const given = UploadMetadata.safeParse(metadataOf(request.headers['upload-metadata']));
    if (Number.isNaN(size) || !given.success)
      throw new Refusal('invalid', 'Say how large the file is and what it is called, as tus does.');
    await this.uploads.reserve(actor, id, size, given.data);
    this.ids.set(request.raw, id);
    await this.answer(request, reply);
    if (reply.raw.statusCode !== 201) await this.uploads.forget(id);
  }

  /** Everything that is said of an upload that exists. @throws Refusal `not-found` where it is not the actor's. */
  async carryOn(actor: Person, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.uploads.open(actor, id);
    await this.answer(request, reply);
    if (request.method === 'DELETE' && reply.raw.statusCode === 204) await this.uploads.forget(id);
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.hijack();
    await this.server.handle(request.raw, reply.raw);
  }
}

function metadataOf(header: string | string[] | undefined): unknown {
  try {
    const read = Metadata.parse(String(header ?? ''));
    return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null));
  } catch {
    return null;
  }
}
