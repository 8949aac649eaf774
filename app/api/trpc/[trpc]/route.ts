import { handleTrpc } from '@/server/trpc/handleTrpc';

const handle = (request: Request) => handleTrpc(request);

export { handle as GET, handle as POST };
