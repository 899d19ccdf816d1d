import { defineConfig } from 'prisma/config'

/** For `prisma generate` and `prisma format` only: migrations are applied by core/records/migrate-records.ts. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
