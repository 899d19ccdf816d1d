import styles from './alert-table.module.css'

/** The head of a list of alerts, grouped or not. */
export function AlertColumns({ tenants }: { tenants: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">Level</th>
        {tenants ? <th scope="col">Tenant</th> : null}
        <th scope="col">Alert</th>
        <th scope="col">Entity</th>
        <th scope="col" className={styles.number}>
          Count
        </th>
        <th scope="col">First seen</th>
        <th scope="col">Last seen</th>
        <th scope="col">Status</th>
      </tr>
    </thead>
  )
}
