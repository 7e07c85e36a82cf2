package main

type supportFile struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// supportData asks for what the server puts into a support packet.
func (h *host) supportData() ([]supportFile, error) {
	hooks, err := h.environment.HooksForPlugin(h.id)
	if err != nil {
		return nil, err
	}
	files, err := hooks.GenerateSupportData(newContext())
	found := make([]supportFile, 0, len(files))
	for _, file := range files {
		found = append(found, supportFile{Name: file.Filename, Text: string(file.Body)})
	}
	return found, err
}
