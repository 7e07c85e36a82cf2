package main

func (m *memory) allAudits() []any {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]any{}, m.audits...)
}
