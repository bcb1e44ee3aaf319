import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Shelf',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider_id', models.UUIDField()),
                ('place_id', models.UUIDField()),
                ('kind', models.CharField(max_length=60)),
                ('record_class', models.CharField(choices=[('C0', 'C0'), ('C1', 'C1'), ('C2', 'C2'), ('C3', 'C3')], max_length=3)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('record_class__in', ['C0', 'C1', 'C2', 'C3'])), name='shelf_record_class_known'), models.UniqueConstraint(fields=('provider_id', 'kind', 'record_class', 'place_id'), name='shelf_once')],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_id', models.UUIDField()),
                ('shelf', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='search.shelf')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('row_id', 'shelf'), name='entry_once')],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.BinaryField(max_length=200)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='search.entry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('term', 'entry'), name='term_once')],
            },
        ),
    ]
